# One service. The context is the folder target/image of its module, which `mvn -Pimages package` fills;
# docker-compose.yml has the arguments. Nothing is downloaded.
FROM eclipse-temurin:25-jre

RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /var/lib/tonmeister tonmeister \
 && install -d -o tonmeister -g tonmeister /var/lib/tonmeister

# From what changes least to what changes most: a change of code is a layer of a few megabytes.
ARG NATIVE
COPY native/${NATIVE}/ /opt/tonmeister/native/
COPY libraries/ /opt/tonmeister/libraries/
COPY scripts/ /opt/tonmeister/
COPY modules/ /opt/tonmeister/modules/

# Probes and metrics are for the other containers of the network: do not publish their port.
ARG MAIN
ENV SERVICE_MAIN=${MAIN} \
    TONMEISTER_TEMP=/var/lib/tonmeister \
    TONMEISTER_MANAGEMENT_HOST=0.0.0.0 \
    TONMEISTER_MANAGEMENT_PORT=9400
EXPOSE 9400
VOLUME /var/lib/tonmeister
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "/opt/tonmeister/healthy", "/ready"]
ENTRYPOINT ["bash", "/opt/tonmeister/start"]
