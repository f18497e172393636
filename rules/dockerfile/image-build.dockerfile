FROM debian:12-slim AS build
# ruleid: dockerfile-download-piped-to-shell
RUN curl -fsSL https://get.example.com/install.sh | sh
# ruleid: dockerfile-download-piped-to-shell
RUN apt-get update && wget -qO- https://get.example.com/install.sh | sudo bash -s -- --yes
# ok: dockerfile-download-piped-to-shell
RUN curl -fsSLo /tmp/install.sh https://get.example.com/install.sh && sha256sum -c /tmp/install.sha256
# ok: dockerfile-download-piped-to-shell
RUN curl -fsSL https://get.example.com/list.txt | sort | tee /etc/list.txt
# ok: dockerfile-last-user-root
USER root
RUN apt-get update
USER 10001

FROM debian:12-slim
# ok: dockerfile-last-user-root
USER rooted
# ruleid: dockerfile-last-user-root
USER root
ENTRYPOINT ["/app"]
