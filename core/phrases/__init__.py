"""What people write for a day or a time, in French and in English, read into values; anyone may import it.

Every function takes any text at all, answers in bounded time and never raises: None is "not understood".
"""

from core.phrases.dates import plus_months, read_date
from core.phrases.moments import read_date_time
from core.phrases.names import Language
from core.phrases.times import read_time

__all__ = ["Language", "plus_months", "read_date", "read_date_time", "read_time"]
