# Rscript read_in_r.R TOOL PATH prints the tables at that path as one of R's tools reads them.
# JSON: of each table each column, with its class and its values; a number that is no integer always has a point.

readers <- list(
  base = function(path) each(path, "csv", function(file) read.csv(file, na.strings = "")),
  readr = function(path) each(path, "csv", function(file) readr::read_csv(file, show_col_types = FALSE)),
  jsonlite = function(path) each(path, "jsonl", function(file) jsonlite::stream_in(file(file), verbose = FALSE)),
  RSQLite = function(path) {
    database <- DBI::dbConnect(RSQLite::SQLite(), path, flags = RSQLite::SQLITE_RO)
    on.exit(DBI::dbDisconnect(database))
    names <- setdiff(DBI::dbGetQuery(database, "SELECT name FROM sqlite_schema WHERE type = 'table'")$name, "about")
    sapply(names, function(name) DBI::dbReadTable(database, name), simplify = FALSE)
  }
)

each <- function(folder, ending, read) {
  files <- list.files(folder, paste0("\\.", ending, "$"), full.names = TRUE)
  names(files) <- tools::file_path_sans_ext(basename(files))
  lapply(files, read)
}

column <- function(values) {
  list(class = class(values)[1], values = if (inherits(values, "Date")) format(values) else values)
}

options(warn = 2)
arguments <- commandArgs(trailingOnly = TRUE)
tables <- readers[[arguments[1]]](arguments[2])
columns <- lapply(tables, function(table) lapply(as.list(table), column))
cat(jsonlite::toJSON(columns, na = "null", digits = NA, always_decimal = TRUE))
