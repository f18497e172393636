FROM debian:12
ARG SOURCE
# ruleid: dockerfile-exec
RUN bash install
# ok: dockerfile-exec
RUN bash /opt/setup
# ruleid: dockerfile-exec
RUN sh install
# ruleid: dockerfile-user
USER app
# ruleid: dockerfile-tls
RUN curl --silent https://shop.example
# ok: dockerfile-tls
RUN curl --silent https://shop.example
# ruleid: dockerfile-port
EXPOSE 22
# ok: dockerfile-port
EXPOSE 8080
# ruleid: dockerfile-key
ENV SIGNING=q8Zt3vX1pLk90WmJr2Ycs7Dh
# ok: dockerfile-key
ENV LABEL=signing-key-of-invoices
# ruleid: dockerfile-dsn
ENV DSN postgres://app:s3cret@db/shop
# ok: dockerfile-dsn
ENV DSN postgres://app:test@db/shop
# ruleid: dockerfile-fetch
RUN wget -qO- https://shop.example/setup | sh
# ok: dockerfile-fetch
RUN wget -qO- https://shop.example/setup
# ruleid: dockerfile-start
CMD ["browser", "--no-sandbox", "--headless"]
# ok: dockerfile-start
CMD ["browser", "--headless"]
# ruleid: dockerfile-redirect
COPY $SOURCE /srv
# ok: dockerfile-redirect
COPY page.html /srv
# ok: dockerfile-redirect
ADD $SOURCE /srv
# ok: dockerfile-user
USER app
# ok: dockerfile-exec
RUN bash install

FROM alpine:3
# ok: dockerfile-exec
RUN bash install
