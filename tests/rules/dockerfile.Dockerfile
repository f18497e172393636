# ruleid: docker-latest, docker-image
FROM --platform=linux/amd64 node:latest AS build
# ruleid: docker-image
FROM alpine:3.19
# ruleid: docker-run, docker-shell-command
RUN apk add curl && \
# ruleid: docker-pipe-within
    curl -s https://example.org | sh -x
# ok: docker-run
RUN ["curl", "https://example.org"]
# ruleid: docker-env, docker-env-among
ENV NAME=x PASSWORD=hunter2
# ok: docker-env
ENV NAME=x
# ruleid: docker-copy
COPY --chown=1:1 --from=build /a /b
# ok: docker-copy
COPY /a /b
# ruleid: docker-add-url
ADD https://example.org/x.tar.gz /opt/
# ok: docker-add-url
ADD x.tar.gz /opt/
# ruleid: docker-expose
EXPOSE 80 22
# ruleid: docker-user
USER root
# ok: docker-user
USER app
# ruleid: docker-exec-form
CMD ["sh", "-c", "x"]
# ruleid: docker-word
RUN cd /x && ls
# ok: docker-word
RUN ls && cd /x
