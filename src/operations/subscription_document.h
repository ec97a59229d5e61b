#pragma once

#include "base/time.h"
#include "store/subscriptions.h"
#include "xml/document.h"
#include "xml/element.h"

namespace irisim::operations {

// What is known of the <Subscription> that was sent, its order type, event type and digest spelt as
// the contract spells them.
xml::Document take_subscription(xml::Element sent);

// The subscription that such a document, which no rule of check_subscription() refuses, makes at
// that time; without an id.
store::Subscription subscription_of(const xml::Document& document, Instant now);

// Adds it as the answers show it: without its password.
void add_subscription(xml::Element parent, const store::Subscription& subscription);

}  // namespace irisim::operations
