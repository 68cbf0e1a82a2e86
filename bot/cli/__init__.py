"""The command line: the same words as in chat, one module per noun."""
