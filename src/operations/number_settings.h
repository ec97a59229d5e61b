#pragma once

#include <string>
#include <vector>

#include "store/numbers.h"
#include "xml/document.h"

namespace irisim::operations {

// How calls and messages of a number in service are handled, as its SIP peer's tns/{tn} gives and
// takes it; stored in store::Number::settings, but for the attribute Protected.
class NumberSettings {
 public:
  explicit NumberSettings(const store::Number& number);

  bool shows_calling_name() const;
  bool takes_messages() const;

  // What the client sent is taken over: an element that is absent leaves its setting as it is, an
  // empty one takes it back to the default.
  void change(xml::Element sent);
  void store_in(store::Number& number) const;
  static void reset(store::Number& number);  // to what they are by default; Protected stays

  // <NumberFormat>, …, <CallingNameDisplay>
  void add_calls(xml::Element parent) const;
  // <MessagingSettings>, <TnAttributes>, where there are some
  void add_messaging(xml::Element parent) const;
  void add_attributes(xml::Element parent) const;

 private:
  xml::Document document_;
  bool is_protected_;
};

}  // namespace irisim::operations
