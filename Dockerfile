# Built from source, so that `docker build .` needs nothing but this checkout.
FROM maven:3.9.14-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -q -B package -DskipTests

# The unpacked directory: nothing is extracted at run time, so the root file system may be read-only.
# It brings its own Java; what it needs of the base is glibc and a shell.
FROM debian:bookworm-20260518-slim AS runtime
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
COPY --from=build /build/target/leaker.jar /opt/demo/leaker.jar
ENV PATH=/opt/sentinel/runtime/bin:${PATH}
CMD ["java", "-jar", "/opt/demo/leaker.jar"]

# Last, and so the default.
FROM runtime AS sentinel
