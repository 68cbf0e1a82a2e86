"""What a person can do in chat: one module per feature, and the few words features share."""
