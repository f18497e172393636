#ifndef INPUT_H
#define INPUT_H

const char *read_line(void);
const char *prompt(void);

#endif
