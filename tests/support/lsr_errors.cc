#include "tests/support/lsr_errors.h"

#include <algorithm>

#include "base/pattern.h"
#include "base/text.h"

namespace irisim::test {
namespace {

constexpr LsrError kErrors[] = {
    {5008, "POST", "All telephone numbers specified are invalid"},
    {7104, "POST/PUT", "Subscriber information is required"},
    {7105, "POST/PUT", "The subscriber name is required"},
    {7107, "POST/PUT", "The service address is required"},
    {7108, "POST/PUT", "The service address house number is required"},
    {7109, "POST/PUT", "The service address street name is required"},
    {7110, "POST/PUT", "The service address city is required"},
    {7111, "POST/PUT", "The service address state code is required"},
    {7112, "POST/PUT", "The service address zip code is required"},
    {7120, "POST", "The PON is required"},
    {7203, "POST/PUT", "The billing telephone number (BTN) is invalid"},
    {7208, "POST/PUT", "The requested FOC date cannot be in the past"},
    {7214, "POST/PUT", "ZIP code is invalid"},
    {7318, "POST/PUT",
     "Customer order ID is invalid. Only alphanumeric values, dashes and spaces are allowed. Max "
     "length is 40 characters."},
    {7324, "POST/PUT",
     "The business name is too long. The business name should not be longer than 25 characters."},
    {7354, "POST/PUT",
     "Middle initial is too long. Middle initial should not be longer than 1 character."},
    {7355, "POST/PUT",
     "First name is too long. First name should not be longer than 25 characters."},
    {7356, "POST/PUT", "Last name is too long. Last name should not be longer than 25 characters."},
    {7395, "POST/PUT", "Unsupported state code %s."},
    {7510, "PROCESSING", "Required Account Code missing"},
    {7511, "PROCESSING", "Invalid Account Code"},
    {7512, "PROCESSING", "Required PIN missing"},
    {7513, "PROCESSING", "PIN Invalid"},
    {7514, "PROCESSING", "Required ZIP Code missing"},
    {7515, "PROCESSING", "Invalid ZIP Code"},
    {7516, "PROCESSING", "Telephone Number not recognized or invalid for this account"},
    {7517, "PROCESSING", "Too many Telephone numbers in this request"},
    {7518, "PROCESSING", "Telephone Number Not Active"},
    {7519, "PROCESSING", "Customer info does not match"},
    {7598, "PROCESSING", "Invalid Request"},
    {7599, "PROCESSING", "Fatal Error in Processing"},
    {7999, "PROCESSING",
     "An internal error has occurred. Please contact support if this issue is not resolved in 1 "
     "business day"},
    {13522, "POST", "The count of telephone numbers in order exceeds the maximum size of %d"},
    {17000, "POST/PUT", "Lsr submission order payload required."},
    {17002, "POST", "Order contains invalid tns %s."},
    {17003, "POST", "Order contains empty tn list or its not present."},
    {17004, "POST",
     "Incorrect pon specified. It must be up to 25 character long and could not contain special "
     "characters other than -_#"},
    {17005, "POST", "Toll-free telephone numbers can not be present in the LSR order."},
    {17006, "POST/PUT",
     "Account number is incorrect. It should be alphanumeric and no more than 32 characters long."},
    {17007, "POST/PUT",
     "Pin number is incorrect. It should be alphanumeric and no more than 10 characters long."},
    {17008, "PROCESSING",
     "An internal error has occurred. Please contact support if this issue is not resolved in 1 "
     "business day"},
    {17009, "POST", "Lsr order contain duplicate telephone numbers %s"},
    {17010, "POST/PUT", "Business name is required for business SubscriberType."},
    {17011, "POST/PUT", "Last name should be empty for business SubscriberType."},
    {17012, "POST/PUT", "Last name is required for residential SubscriberType."},
    {17013, "POST/PUT",
     "Requested date format incorrect. Date should be in yyyy-mm-dd format. (example 2015-03-24)."},
    {17017, "PUT/PROCESSING", "Lsr order failed account SPID not configured."},
    {17018, "PUT/PROCESSING",
     "Lsr order will be cancelled. All other submitted changes are ignored."},
    {17019, "POST/PUT", "Requested FOC date cannot be on holiday or weekend."},
    {17020, "POST/PUT",
     "Account SPID [%s] does not match with SPID specified in the Lsr order [%s]."},
    {17021, "POST/PUT",
     "Incorrect SPID [%s] specified in the order. It should be alphanumeric and no more than 4 "
     "characters long."},
    {17022, "POST/PUT", "Account %d requires a SPID to be provided with each order."},
    {17023, "POST/PUT", "The authorizing person contact is required for lsr orders."},
    {17024, "POST/PUT",
     "The authorizing person contact is too long. It should be not longer than %s characters."},
    {17025, "PUT", "%s field%s cannot be modified."},
    {17025, "PUT", "OrderStatus cannot be changed to %s. Only cancelled value allowed."},
    {17027, "POST/PUT",
     "Account %d has no configured SPID. Please contact support for further assistance."},
    {17028, "POST/PUT",
     "Minimum FOC date for a port of greater than %1$d telephone numbers is %2$d days"},
    {17029, "PROCESSING", "Can't modify LSR order, because it contains ported numbers."},
    {17030, "PROCESSING", "LSR order completion failed, some numbers are not activated: %s."},
    {17031, "PROCESSING", "Order was failed, because some telephone numbers have empty SPID [%s]"},
    {17032, "POST",
     "The Specified PON is already present in our system. Please provide an alternative."},
    {17033, "POST",
     "The PON specified in the LSR order overlaps with existing order. Please resubmit the order "
     "with another PON."},
    {17034, "PUT", "OverrideValidation flag can be supped only in EXCEPTION status."},
    {17035, "PUT",
     "Supp is not allowed for this LSR. Please contact support if this issue is not resolved in 1 "
     "business day."},
};

}  // namespace

bool LsrError::appears_in(std::string_view method) const {
  const auto places = split(appearance, '/');
  return std::ranges::find(places, method) != places.end();
}

bool LsrError::is_told_by(const std::string& text) const {
  std::string pattern(message);
  for (const std::string argument : {"%1$d", "%2$d", "%s", "%d"}) {
    for (size_t at = pattern.find(argument); at != std::string::npos; at = pattern.find(argument))
      pattern.replace(at, argument.size(), "*");
  }
  return matches(pattern, text);
}

std::span<const LsrError> lsr_errors() {
  return kErrors;
}

}  // namespace irisim::test
