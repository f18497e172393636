# Safe twin of Dockerfile: an own user, nothing fetched while the image is made.
FROM debian:12-slim
RUN useradd --system --uid 10001 shelf
COPY shelf-codec /usr/local/bin/shelf-codec
USER 10001
ENTRYPOINT ["/usr/local/bin/shelf-codec"]
