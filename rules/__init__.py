"""What a programme promises: pure values and functions. No I/O, no Telegram, no SQL, no clock."""
