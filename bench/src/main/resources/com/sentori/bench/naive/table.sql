-- A table of the same definition and indexes as the server's own.
CREATE SEQUENCE IF NOT EXISTS one_by_one_positions;
CREATE TABLE IF NOT EXISTS one_by_one (LIKE sensor_data INCLUDING ALL)
