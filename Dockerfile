# docker build -t irisim . && docker run -p 8080:8080 irisim
FROM debian:12-slim AS build
WORKDIR /irisim
COPY tools/packages tools/packages
RUN . tools/packages && install_packages $build_packages
COPY . .
RUN cmake --preset release -DBUILD_TESTING=OFF && cmake --build --preset release --target irisim

FROM debian:12-slim
COPY tools/packages /tmp/packages
RUN . /tmp/packages && install_packages $runtime_packages && rm -rf /tmp/packages /var/lib/apt/lists/*
COPY --from=build /irisim/build/release/src/irisim /usr/local/bin/irisim
USER 65532:65532
ENV IRISIM_HOST=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=2s --start-period=2s --retries=3 CMD ["irisim", "readyz"]
ENTRYPOINT ["irisim"]
