#!/usr/bin/env bash
# Measures the deadline engine with JMH, beside a counter that goes minute by minute. Takes about two minutes and needs no database.
# Usage: benchmarks/deadline.sh [JMH OPTIONS]     for example -f 3, or a part of the cases: DueBenchmark
# Exit code 1 if a median of the engine is over 50 µs. JMH (GPL 2 with Classpath Exception) is on no other class path than this one's.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
(cd "$root" && mvn -q -B -Pjmh -DskipTests -pl benchmarks/jmh -am package)
exec java -jar "$root/benchmarks/jmh/target/deadline-benchmarks.jar" "$@"
