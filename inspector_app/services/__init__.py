"""What a person can do: one class an activity, one public method an intention."""
