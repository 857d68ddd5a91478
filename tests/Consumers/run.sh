#!/usr/bin/env bash
# Packs, and then builds and runs from the package what users build: a class library, a .NET 8 console, a worker, a web app and, with
# --all, a Native AOT program and one for .NET Framework on Mono. Each logs a user in at the sandbox, decrypts and gets a phone number.
# Prints sizes and the packages that come along beside those of the last saved run; --save saves these.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
last=$here/last-run.txt
all= save=
for argument in "$@"; do
    case $argument in
        --all) all=1 ;;
        --save) all=1 save=1 ;;
        *) echo "usage: run.sh [--all] [--save]" >&2; exit 2 ;;
    esac
done

work=$(mktemp -d)
out=$work/out
version= sandbox=
cleanup() {
    [ -z "$sandbox" ] || kill "$sandbox" 2>/dev/null || true
    # The package is of this run alone, and so is its place in the client's cache.
    [ -z "$version" ] || rm -rf "${NUGET_PACKAGES:-$HOME/.nuget/packages}/wechat.miniprogram.auth/$version"
    rm -rf "$work"
}
trap cleanup EXIT

step() { printf '%4d s  %s\n' "$SECONDS" "$*"; }

# A version that no other run has, so that no cache answers for this one. The assemblies are the release's own.
project=$root/src/WeChat.MiniProgram.Auth/WeChat.MiniProgram.Auth.csproj
version=$(dotnet msbuild "$project" -getProperty:VersionPrefix)-consumed.$(date +%s).$$
dotnet pack -c Release -v quiet "$project" -o "$work/feed" "-p:PackageVersion=$version"
step "packed $version"

# Outside the repository nothing of it is inherited. The client's own sources stay; the folder is one more.
cp -R "$here" "$work/consumers"
rm -rf "$work"/consumers/*/{bin,obj}
cd "$work/consumers"
cat > nuget.config <<XML
<configuration>
  <packageSources>
    <add key="packed" value="$work/feed" />
  </packageSources>
</configuration>
XML
export ConsumedVersion=$version Logging__LogLevel__Default=Error

dotnet publish -c Debug -v quiet "$here/SandboxHost" -o "$out/SandboxHost"
dotnet "$out/SandboxHost/SandboxHost.dll" >"$work/settings" &
sandbox=$!
for _ in $(seq 600); do
    grep -qs BaseAddress "$work/settings" && break
    sleep 0.1
done
. "$work/settings"
step "the sandbox answers at $WeChatMiniProgram__BaseAddress"

# Fails on any warning but that the source has no audit database, or has the next version in place of the one asked for.
publish() {
    local log=$work/$1.log
    dotnet publish -c Release "$1" -o "$work/out/$1" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
    ! grep 'warning ' "$log" | grep -vE 'NU1900|NU1905|NU1603' >&2
}

consume() {
    local name=$1
    shift
    publish "$name"
    "$@" || { echo "$name failed." >&2; return 1; }
    step "$name passed"
}

# What the package brings into a project besides what the SDK does: "package TARGET ID VERSION".
packages() {
    dotnet list "$1" package --include-transitive --no-restore --framework "$2" |
        awk -v target="$2" '$1 == ">" { print "package", target, $2, $NF }' |
        grep -vE ' (WeChat.MiniProgram.Auth|NETStandard.Library|Microsoft.NETCore.Platforms|Microsoft.NETFramework.ReferenceAssemblies.*) ' | sort
}

consume Net8Console "$out/Net8Console/Net8Console"
consume Worker "$out/Worker/Worker"
consume Web "$out/Web/Web"

# mono-devel has the facades, netstandard.dll among them.
install_mono() {
    command -v mono >/dev/null && [ -e /usr/lib/mono/4.5/Facades/netstandard.dll ] && return
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
    export DEBIAN_FRONTEND=noninteractive
    local install=(apt-get install -y -q --no-install-recommends mono-runtime mono-devel)
    "${install[@]}" >/dev/null 2>&1 || { apt-get update -q >/dev/null && "${install[@]}" >/dev/null 2>&1; }
}

figures=$work/figures
{
    for kind in nupkg snupkg; do
        echo "bytes $kind $(stat -c %s "$work/feed"/*."$kind")"
    done
    packages ClassLibrary netstandard2.0
    packages Net8Console net8.0
    packages Web net10.0
} >"$figures"

if [ -n "$all" ]; then
    command -v clang >/dev/null || export CppCompilerAndLinker=gcc
    consume NativeAot "$out/NativeAot/NativeAot"
    echo "bytes native-aot $(stat -c %s "$out/NativeAot/NativeAot")" >>"$figures"

    if install_mono; then
        consume NetFramework mono "$out/NetFramework/NetFramework.exe" Mono
    else
        publish NetFramework
        echo "No mono here, and none could be installed: the program for .NET Framework was built and not run." >&2
    fi
    packages NetFramework net472 >>"$figures"
else
    grep -E '^(bytes native-aot|package net472) ' "$last" >>"$figures" || true
fi

printf '\n%-12s %12s %12s\n' size 'this run' 'last saved'
awk 'FILENAME == ARGV[1] { if ($1 == "bytes") before[$2] = $3; next } $1 == "bytes" { printf "%-12s %12d %12s\n", $2, $3, before[$2] }' "$last" "$figures"
printf '\n%-16s %s\n' target 'packages that come along'
for target in netstandard2.0 net8.0 net10.0 net472; do
    printf '%-16s %d, last saved %d\n' "$target" "$(grep -c "^package $target " "$figures")" "$(grep -c "^package $target " "$last")"
done
diff <(grep ^package "$last" | sort) <(grep ^package "$figures" | sort) || true

if [ -n "$save" ]; then
    cp "$figures" "$last"
fi
