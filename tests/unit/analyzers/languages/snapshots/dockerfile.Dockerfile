#escape=`
FROM --platform=linux/amd64 mcr.example/base:1.0@sha256:ab AS one
arg A B=${C:-d}
Env K=a` b L='$x'
ENV M  old form $M
# not read as an instruction
RUN powershell -c `
    # between

    echo "a b";exit
COPY --from=one <<E1 x /y
$A
E1
CMD ["a", "b\"c"]
HEALTHCHECK --interval=1s CMD a || b
ONBUILD ONBUILD USER root
NOTHING here
