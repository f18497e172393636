#include <stdlib.h>

#include "io.h"

struct mail {
    const char *subject;
    const char *priority;
};

static struct mail *mail_new(const char *subject, const char *priority)
{
    struct mail *mail = malloc(sizeof *mail);
    if (mail == NULL)
        abort();
    mail->subject = subject;
    mail->priority = priority;
    return mail;
}

void answer(void)
{
    struct mail *mail = mail_new(source(), "high");
    /* ruleid: flow */
    sink(mail->subject);
    /* ok: flow */
    sink(mail->priority);
    free(mail);
}
