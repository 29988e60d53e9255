SELECT ensure_day_of_readings(:day)
