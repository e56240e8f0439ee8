# Build the jar first: mvn -B -DskipTests package
FROM eclipse-temurin:17-jre AS layers
WORKDIR /layers
COPY target/gatehouse-*.jar gatehouse.jar
RUN java -Djarmode=tools -jar gatehouse.jar extract --layers --launcher --destination .

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home --uid 10001 gatehouse
WORKDIR /home/gatehouse
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER gatehouse
ENV SPRING_PROFILES_ACTIVE=production JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s \
    CMD ["sh", "-c", "wget -qO- http://localhost:8080/actuator/health || exit 1"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
