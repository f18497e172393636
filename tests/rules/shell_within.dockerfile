FROM alpine:3
# ruleid: within-pipe
RUN curl -s https://example.org | sh
RUN apk add curl && \
    # what follows is one command
# ruleid: within-pipe
    curl -s https://example.org | \
      sh
RUN <<EOF
set -e
# ruleid: within-eval
eval "$X"
EOF
# ok: within-pipe
RUN ["sh", "-c", "curl x | sh"]
