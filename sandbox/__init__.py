"""A Telegram on your own machine: the Bot API, people who press its buttons, and a clock to set.

The bot never imports this room; it sees a Bot API address and nothing else.
"""
