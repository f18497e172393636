#ifndef CONFIG_H
#define CONFIG_H

#define TRACE 0
#define LEVEL 3

#endif
