# ruleid: dockerfile-latest-tag
FROM nginx:latest AS front
# ok: dockerfile-latest-tag
FROM nginx:1.27.2 AS pinned
# ruleid: dockerfile-latest-tag
FROM --platform=linux/amd64 registry.internal/media/base:latest
# ok: dockerfile-latest-tag
FROM registry.internal/media/base@sha256:0000000000000000000000000000000000000000000000000000000000000000
# ruleid: dockerfile-end-of-life-image
FROM python:2.7-slim
# ruleid: dockerfile-end-of-life-image
FROM debian:stretch
# ok: dockerfile-end-of-life-image
FROM python:3.12-slim
# ok: dockerfile-end-of-life-image
FROM debian:bookworm
# ruleid: dockerfile-download-and-run
RUN curl -fsSL https://get.example/install.sh | sh
# ruleid: dockerfile-download-and-run
RUN wget -qO- https://get.example/install.sh | sudo -E bash -
# ok: dockerfile-download-and-run
RUN curl -fsSLo install.sh https://get.example/install.sh && echo "$SUM  install.sh" | sha256sum -c && sh install.sh
# ok: dockerfile-download-and-run
RUN curl -fsSL https://get.example/list.txt | sort > list.txt
# ok: dockerfile-user-root
USER root
RUN apt-get update
# ok: dockerfile-user-root
USER relay
COPY relay /usr/bin/relay
# ruleid: dockerfile-user-root
USER 0:0
# ruleid: dockerfile-user-root
USER root
ENTRYPOINT ["/usr/bin/relay"]
