# ruleid: shell
system(command, intern = TRUE)
# ok: shell
system("ls")
# ruleid: named
httr::config(timeout = 3, ssl_verifypeer = FALSE)
# ok: named
httr::config(timeout = 3, ssl_verifypeer = TRUE)
# ruleid: assigned
db_password <- 'hunter2'
# ok: assigned
db_name <- "main"
# ok: within
setwd("/srv")

handle <- function(request, folder = "/tmp") {
  # ruleid: within
  setwd(folder)
  if (request$ok) {
    # ruleid: sequence
    code <- parse(text = request$query)
    log(code)
    eval(code)
  } else {
    # ok: sequence
    other <- parse(text = request$query)
    eval(code)
  }
  for (i in 1:10) {
    # ruleid: member
    eval(request$body)
  }
  # ok: member
  eval(request$query)
}
