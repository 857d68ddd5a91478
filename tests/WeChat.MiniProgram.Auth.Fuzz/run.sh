#!/usr/bin/env bash
# Fuzzes one target with afl++ for some seconds and prints its figures. See README.md.
set -euo pipefail
cd "$(dirname "$0")"
target=$1 seconds=$2
findings=../../artifacts/fuzz/$target binaries=../../artifacts/fuzz/bin

dotnet build -c Release
rm -rf "$findings" "$binaries"
mkdir -p "$findings" "$binaries"
cp -r bin/Release/net10.0/. "$binaries"
sharpfuzz "$binaries/WeChat.MiniProgram.Auth.dll"

# No native code to look at, a managed runtime that takes its time to start, and no kernel settings to change.
export AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_FORKSRV_INIT_TMOUT=120000
afl-fuzz -i "Corpus/$target" -o "$findings" -V "$seconds" -t 10000 -m none -- dotnet "$binaries/WeChat.MiniProgram.Auth.Fuzz.dll" "$target" >"$findings/log" 2>&1 ||
    { tail -n 20 "$findings/log" >&2; exit 1; }
grep -E '^(execs_done|execs_per_sec|corpus_count|saved_crashes|saved_hangs|edges_found)' "$findings/default/fuzzer_stats"
