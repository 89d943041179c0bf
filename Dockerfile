# Built from source, so that `docker build .` needs nothing but this checkout.
FROM maven:3.9.16-eclipse-temurin-25@sha256:93b8a14ea2f412782e4e842651273b4d903e35cc496284f178fbbe2d67d00976 AS build
WORKDIR /build
COPY . .
RUN mvn -q -B package -DskipTests

# The unpacked directory: nothing is extracted at run time, so the root file system may be read-only.
# It brings its own Java; what it needs of the base is glibc and a shell.
FROM debian:bookworm-20260918-slim@sha256:3783cc01769c7b2b1b83a5c5ad96c815348e28ed7da68e2e3687004faa906251 AS runtime
COPY --from=build /build/target/bundle /opt/sentinel
# Inside a container loopback is of no use to a scraper. Who may reach the port is decided outside.
ENV SENTINEL_HOME=/opt/sentinel \
    SENTINEL_METRICS=0.0.0.0:8000 \
    PATH=/opt/sentinel/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
USER 10001:10001
EXPOSE 8000
ENTRYPOINT ["/opt/sentinel/bin/sentinel"]

# The same with something to guard: `docker build --target demo .`, as docker-compose.yml does.
FROM runtime AS demo
WORKDIR /opt/demo
COPY --from=build /build/target/leaker.jar leaker.jar
ENV PATH=/opt/sentinel/runtime/bin:${PATH}
CMD ["java", "-jar", "leaker.jar"]

# Last, and so the default.
FROM runtime AS sentinel
