"""A bare PTB bot that only answers presses, over PTB's own transport: `bare_ptb ADDRESS TASKS`."""

import sys

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from benchmarks.telegram import TOKEN


async def answer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer the press and change the message, as the check-in does."""
    if update.callback_query:
        await update.callback_query.answer()
        await update.callback_query.edit_message_text("고맙습니다.")


def main() -> None:
    """Poll until killed."""
    address, tasks = sys.argv[1], int(sys.argv[2])
    built = Application.builder().token(TOKEN).base_url(f"{address}/bot")
    application = built.concurrent_updates(tasks).connection_pool_size(max(tasks, 8)).build()
    application.add_handler(CallbackQueryHandler(answer))
    application.run_polling()


if __name__ == "__main__":
    main()
