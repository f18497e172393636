# syntax=docker/dockerfile:1
# escape=\

# A web service in two stages: every instruction once.
ARG VERSION=1.22 FLAVOR
FROM --platform=$BUILDPLATFORM registry.example:5000/golang:${VERSION:-1}-alpine AS build
LABEL maintainer="team@example.org" "org.title"='the service' \
      # a comment between
      org.version=$VERSION
MAINTAINER The Team <team@example.org>
SHELL ["/bin/sh", "-ec"]
ENV GOPATH=/go PATH="$GOPATH/bin:$PATH" GREETING=hello\ world
ENV OLD the old form = one
WORKDIR /src
COPY --from=build --chown=1000:1000 --link go.mod go.sum ./
ADD https://example.org/tool.tar.gz "/opt/my tools/"
COPY ["a file.txt", "/to/"]
RUN --mount=type=cache,target=/var/cache --network=none apk add git curl&&\
    curl -sSL "https://example.org/$VERSION/install.sh" | sh ; \

    rm -rf /var/cache || true
RUN <<EOF
set -e
go build ./...
EOF
COPY <<-"ONE" <<TWO /etc/
	first $file
	ONE
second
TWO
run ["go", "test", "-run", "a\"b"]
ONBUILD COPY . /app
FROM alpine:3.19@sha256:abc
from scratch
COPY --from=0 /bin/app /app
EXPOSE 80/tcp 443 $PORT
VOLUME ["/data", "/logs"]
VOLUME /cache
USER app:app
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --retries=3 CMD curl -f http://localhost/ || exit 1
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
CMD echo $HOME '$HOME' ${HOME}
CMD [ "unclosed", ]
