#ifndef TEXTS_H
#define TEXTS_H

#define FIRST_OF(pair) ((pair).first)

struct text_pair {
    const char *first;
    const char *second;
};

static inline struct text_pair text_pair_of(const char *first, const char *second)
{
    struct text_pair pair = {first, second};
    return pair;
}

#endif
