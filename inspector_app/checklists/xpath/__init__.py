"""XPath 1.0 with the functions of OpenRosa forms: text to syntax tree to closures."""
