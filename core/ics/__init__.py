"""iCalendar text, to and from what the rest works with. For core alone; knows neither the database nor Qt."""
