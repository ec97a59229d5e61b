#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace irisim {

// What went wrong, in words for the reader of the message.
struct Error {
  std::string message;
};

// A value or the reason why there is none. The holder asks ok() first; asking for the absent one is
// a bug.
template <class T, class E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    IRISIM_CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    IRISIM_CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    IRISIM_CHECK(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const E& error() const {
    IRISIM_CHECK(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, E> state_;
};

}  // namespace irisim
