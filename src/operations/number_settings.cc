#include "operations/number_settings.h"

#include "base/text.h"
#include "operations/fields.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kProtected = "Protected";
constexpr std::string_view kTexts[] = {"NumberFormat", "RPIDFormat", "RewriteUser", "CallForward",
                                       "CallingNameDisplay"};

xml::Document stored(const store::Number& number) {
  return number.settings.empty() ? xml::Document("Settings")
                                 : xml::Document::restore(number.settings);
}

// Takes one setting over; whatever has neither text nor children is a default.
void replace(xml::Element settings, std::string_view name, std::string_view text) {
  settings.remove_all(name);
  if (!text.empty()) settings.add(name, text);
}

}  // namespace

NumberSettings::NumberSettings(const store::Number& number)
    : document_(stored(number)), is_protected_(number.is_protected) {}

bool NumberSettings::shows_calling_name() const {
  return is_true(document_.root().text("CallingNameDisplay"));
}

bool NumberSettings::takes_messages() const {
  return is_true(document_.root().text("SmsEnabled"));
}

void NumberSettings::change(xml::Element sent) {
  xml::Element settings = document_.root();
  for (const std::string_view name : kTexts) {
    if (const xml::Element given = sent.child(name)) replace(settings, name, given.text());
  }
  if (const xml::Element messaging = sent.child("MessagingSettings"))
    replace(settings, "SmsEnabled", lower(messaging.text("SmsEnabled")));
  const xml::Element attributes = sent.child("TnAttributes");
  if (!attributes) return;
  is_protected_ = false;
  settings.remove_all("TnAttribute");
  for (const std::string& attribute : texts(attributes, "TnAttribute")) {
    if (attribute == kProtected) {
      is_protected_ = true;
    } else {
      settings.add("TnAttribute", attribute);
    }
  }
}

void NumberSettings::store_in(store::Number& number) const {
  number.is_protected = is_protected_;
  number.takes_messages = takes_messages();
  number.settings = document_.root().has_children() ? document_.compact() : std::string();
}

void NumberSettings::reset(store::Number& number) {
  number.settings.clear();
  number.takes_messages = false;
}

void NumberSettings::add_calls(xml::Element parent) const {
  for (const std::string_view name : kTexts) {
    if (const xml::Element field = document_.root().child(name)) parent.add(name, field.text());
  }
  if (!parent.child("CallingNameDisplay")) parent.add("CallingNameDisplay", "false");
}

void NumberSettings::add_messaging(xml::Element parent) const {
  const xml::Element enabled = document_.root().child("SmsEnabled");
  if (enabled) parent.add("MessagingSettings").add("SmsEnabled", enabled.text());
}

void NumberSettings::add_attributes(xml::Element parent) const {
  const std::vector<std::string> others = texts(document_.root(), "TnAttribute");
  if (!is_protected_ && others.empty()) return;
  xml::Element attributes = parent.add("TnAttributes");
  if (is_protected_) attributes.add("TnAttribute", kProtected);
  for (const std::string& other : others) attributes.add("TnAttribute", other);
}

}  // namespace irisim::operations
