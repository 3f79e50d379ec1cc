#!/usr/bin/env bash
# Measures what running all of Redress on one machine costs: first start, second start, memory, stop.
# Usage: benchmarks/startup.sh [RUNS]     (default 3; prints each run and the medians; Linux only, for PSS)
# Builds first if something is not built, so that no build time is measured. Keeps its data in a directory of its own.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
runs=${1:-3}
data=$(mktemp -d "${TMPDIR:-/tmp}/redress-startup.XXXXXX")
port=18199
launcher=""

cleanup() {
    [[ -z $launcher ]] || kill -TERM "$launcher" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$data"
}
trap cleanup EXIT

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }
median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# Starts and waits for the ready line; leaves the seconds in $took.
start() {
    local from log=$data/up.log
    : >"$log"
    from=$(now)
    "$root/redress" up --port "$port" --data "$data/data" >"$log" 2>&1 &
    launcher=$!
    until grep -q '^Redress is ready' "$log"; do
        kill -0 "$launcher" 2>/dev/null || { tail -5 "$log" >&2; exit 1; }
        sleep 0.05
    done
    took=$(since "$from")
}

stop() {
    local from
    from=$(now)
    kill -TERM "$launcher"
    wait "$launcher" || true
    launcher=""
    took=$(since "$from")
}

# The proportional memory of every process of this run, in MiB, and a line for each.
memory() {
    local pids pid pss name sum=0
    pids=$("$root/redress" status --data "$data/data" --json | sed -nE 's/.*"pid" : ([0-9]+).*/\1/p' | sort -un)
    # PostgreSQL's server has a child for each connection.
    for pid in $pids; do pids+=" $(pgrep -P "$pid" -f '^postgres:' || true)"; done
    : >"$data/memory"
    for pid in $(printf '%s\n' $pids | sort -un); do
        pss=$(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup" 2>/dev/null || echo 0)
        name=$(tr '\0' ' ' <"/proc/$pid/cmdline" | grep -oE 'KafkaMain|launcher-run|bin/postgres|^postgres:' | head -1 || true)
        [[ -n $name ]] || name=$(basename "$(dirname "$(dirname "$(readlink "/proc/$pid/cwd")")")")
        echo "$name $pss" >>"$data/memory"
        sum=$((sum + pss))
    done
    took=$((sum / 1024))
}

"$root/redress" build
# A first start that is not measured: it warms the file cache.
start && stop && rm -rf "$data/data"

first=() second=() pss=() stops=()
for ((run = 1; run <= runs; run++)); do
    rm -rf "$data/data"
    start && first+=("$took") && stop
    start && second+=("$took")
    sleep 5 # settled: what a start needed for a moment is given back
    memory && pss+=("$took")
    stop && stops+=("$took")
    echo "run $run: first start ${first[-1]} s, second start ${second[-1]} s, memory ${pss[-1]} MiB PSS, stop ${stops[-1]} s, load $(cut -d' ' -f1 /proc/loadavg)"
done
echo "median of $runs: first start $(median "${first[@]}") s, second start $(median "${second[@]}") s (limit 15)," \
    "memory $(median "${pss[@]}") MiB PSS (limit 1536), stop $(median "${stops[@]}") s"
echo "memory of the last run in MiB:"
awk '{ kb[$1] += $2 } END { for (n in kb) printf "  %-22s %5d\n", n, kb[n] / 1024 }' "$data/memory" | sort
echo "machine: $(nproc) cores, $(awk '/MemTotal/ { printf "%d GiB", $2 / 1048576 }' /proc/meminfo), $(java -version 2>&1 | head -1); commit $(git -C "$root" rev-parse --short HEAD)"
