#!/usr/bin/env bash
# Guard Navi: AWS アカウントの設定を読み取り、1 つの JSON ファイルにまとめます。 #ja
# - 読み取りのコマンドだけを実行します。設定は変えません(IAM の認証情報レポートの生成だけは、AWS に依頼します)。 #ja
# - 何も尋ねず、どこにも送信しません。AWS CLI 以外に必要なものはありません。 #ja
# - 拒否されたコマンドがあっても続け、拒否されたことを記録します。 #ja
# - 実行するコマンドは、下の ask_first、ask_second、ask_third にすべて書いてあります。 #ja
# Guard Navi: reads the settings of an AWS account and writes them to one JSON file. #en
# - It only reads. Nothing is changed (AWS is asked to make the IAM credential report, no more). #en
# - It asks nothing and sends nothing anywhere. It needs the AWS CLI, nothing else. #en
# - A command that is refused does not stop it: the refusal is written down. #en
# - All commands that it runs stand below, in ask_first, ask_second and ask_third. #en
#
# 使い方: bash guard-navi-collect.sh [--mask] [--regions "ap-northeast-1 us-east-1"] [--with-cost-explorer] #ja
#   --mask                アカウント ID とメールアドレスを、別の値に置き換えて書き出します #ja
#   --regions             ここに書いたリージョンだけを調べます(書かなければ、有効なリージョンすべて) #ja
#   --with-cost-explorer  料金のかかる Cost Explorer の 2 回の呼び出し(1 回 0.01 USD)も実行します #ja
# Usage: bash guard-navi-collect.sh [--mask] [--regions "ap-northeast-1 us-east-1"] [--with-cost-explorer] #en
#   --mask                writes other values in place of the account ID and of e-mail addresses #en
#   --regions             looks at these Regions only (without it: at all that are enabled) #en
#   --with-cost-explorer  runs the two calls of Cost Explorer, too, which cost 0.01 USD each #en

# sh や zsh で実行されたときは、bash で実行し直します。 #ja
# Where sh or zsh runs it, it hands itself to bash. #en
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"

at_once=8   # 同時に実行する数 #ja
at_once=8   # how many run at the same time #en
most=1000   # 1 つの一覧から続けて調べる数の上限 #ja
most=1000   # of one list, at most so many are looked at further #en
mask=${MASK:-}
regions=
with_cost_explorer=
while [ $# -gt 0 ]; do
  case $1 in
    --mask) mask=1 ;;
    --regions) regions=${2:-}; shift ;;
    --with-cost-explorer) with_cost_explorer=1 ;;
    *) sed -n '1d;/^#/!q;s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
  shift
done
if ! command -v aws >/dev/null; then
  echo 'AWS CLI が見つかりません。AWS のコンソールの CloudShell で実行してください。' >&2 #ja
  echo 'There is no AWS CLI here. Run this in CloudShell, in the AWS console.' >&2 #en
  exit 1
fi

# 書き出し先のフォルダーに書き込めるかどうかを、AWS を呼び出す前に確かめます。 #ja
# Before AWS is asked anything: can the folder for the file be written to? #en
umask 077
here=$PWD
collected_at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
file=guard-navi-evidence-$(date -u +%Y%m%dT%H%M%SZ).json
try() { echo try >"$1/$file" && rm "$1/$file"; }
if ! try "$here"; then
  rm -f "$here/$file"
  echo "フォルダー $here に書き込めません。書き込めるフォルダー(cd ~ など)に移動するか、空きを作ってから、もう一度実行してください。" >&2 #ja
  echo "The folder $here cannot be written to. Change to one where you can write (cd ~, for example) or make room, and run this again." >&2 #en
  exit 1
fi

# 作業用のファイルは本人だけが読めるフォルダーに置き、終わったら消します。 #ja
# What it works with lies in a folder that only you can read, and is removed at the end. #en
for place in "${TMPDIR:-/tmp}" /tmp "$here"; do
  work=${place%/}/guard-navi-work.$$.$RANDOM
  if mkdir "$work" 2>/dev/null; then
    if try "$work" 2>/dev/null; then break; fi
    rm -rf "$work"
  fi
  work=
done
[ -n "$work" ] || exit 1
trap 'rm -rf "$work"' EXIT

# 利用者の設定にかかわらず、AWS CLI が何も尋ねず、いつも同じ形で答えるようにします。 #ja
# Whatever the settings, the AWS CLI asks nothing and answers in one form. #en
export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off AWS_CLI_ERROR_FORMAT=legacy PYTHONIOENCODING=utf-8
export AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=3
home=${AWS_REGION:-${AWS_DEFAULT_REGION:-$(aws configure get region 2>/dev/null)}}
home=${home:-us-east-1}
number=0
turn=0

# 1 回の呼び出しは、接続 10 秒、応答 15 秒、3 回までで打ち切ります。 #ja
# One call ends by itself: 10 seconds to connect, 15 to answer, three attempts. #en
call() {
  local there=$1 out=$2 err=$3
  shift 3
  AWS_REGION=$there AWS_DEFAULT_REGION=$there aws "$@" --output json \
    --cli-connect-timeout 10 --cli-read-timeout 15 </dev/null >"$out" 2>"$err"
}

# だれとしてサインインしているかを AWS に尋ねます。答えがなければ、AWS CLI の言葉をそのまま表示します。 #ja
# Asks AWS who is signed in. Where it does not tell, the CLI's own words are shown. #en
signed_in() {
  if call "$home" "$work/who" "$work/err.who" sts get-caller-identity && grep -q '"Account": "' "$work/who"; then
    return 0
  fi
  cat "$work/err.who" "$work/who" >&2
  return 1
}

# 文字列を JSON の文字列にします(ASCII 以外を取り除くのは、エラーの文だけです)。 #ja
# Makes a JSON string of a text; error texts lose what is not ASCII first. #en
quoted() { printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"; }
plain() { LC_ALL=C tr '\011' ' ' <"$1" | LC_ALL=C tr -cd '\012\040-\176' | head -n 40 | cut -c 1-2000; }
lines() { sed 's/[\\"]/\\&/g' | awk '{ printf "%s%s", (NR > 1 ? "\\n" : ""), $0 }'; }

# ask <リージョン、または -> <サービス> <操作> <引数…>: 1 つのコマンドを実行し、結果を 1 つの断片にします。 #ja
# ask <Region or -> <service> <operation> <arguments…>: runs one command and writes down what came of it. #en
ask() {
  number=$((number + 1))
  # 8 つの係が同じ順に数え、自分の番号のものだけを実行します。 #ja
  # Eight workers count along; each runs only the numbers that are its own. #en
  [ $((number % at_once)) -eq "$turn" ] || return 0
  local region=$1 service=$2 operation=$3 code=1 tries=0 word words='' comma=,
  shift 3
  local serial there=$region silent=$work/silent.$region
  serial=$(printf '%06d' "$number")
  local out=$work/out.$region.$service.$operation.$number err=$work/err.$serial
  if [ "$region" = - ]; then there=$home silent=$work/silent.$service; fi
  if [ "$(cat "$silent".* 2>/dev/null | wc -l)" -ge 3 ]; then
    echo 'Not asked: no answer came from there three times.' >"$err"
    : >"$out"
  else
    while :; do
      call "$there" "$out" "$err" "$service" "$operation" "$@"
      code=$?
      # 認証情報レポートは、できあがるまで待ちます(最大で約 1 分)。 #ja
      # The credential report takes a while to be made: about a minute at most. #en
      if [ "$operation" != generate-credential-report ] || [ "$code" -ne 0 ] || [ "$tries" -ge 20 ] ||
        grep -q COMPLETE "$out"; then break; fi
      tries=$((tries + 1))
      sleep 3
    done
    if grep -q 'timeout on endpoint URL' "$err"; then echo x >"$silent.$number"; fi
  fi
  if [ -n "$mask" ] && [ "$operation" = get-credential-report ]; then masked_report "$out"; fi
  for word in "$@"; do words=$words,$(quoted "$word"); done
  [ "$number" -gt 1 ] || comma=
  # 書き込めなくなったら(ディスクがいっぱいなど)、この係はここで終わります。 #ja
  # Where nothing more can be written (a full disk), this worker ends here. #en
  {
    printf '%s{"command":"%s %s","args":[%s]' "$comma" "$service" "$operation" "${words#,}" &&
      if [ "$region" = - ]; then printf ',"region":null'; else printf ',"region":"%s"' "$region"; fi &&
      printf ',"exit":%s,"output":' "$code" &&
      case $code$(head -n 1 "$out")$(tail -n 1 "$out") in
        '0{'*'}' | '0['*']') sed 's/^ *//' "$out" && printf ',"error":""}\n' ;;
        *) printf 'null,"error":"%s"}\n' "$(plain "$err" | lines)" ;;
      esac
  } >"$work/part.$serial" && mv "$work/part.$serial" "$work/piece.$serial" || exit 1
}

# 前のコマンドの出力にある値を、1 行に 1 つずつ $found に書きます。AWS CLI は、項目を 1 行に 1 つ表示します。 #ja
# values <リージョン、または -> <サービス> <操作> <一覧の名前> <項目の名前、なければ空> #ja
# Writes the values of a field in what an earlier command printed to $found, one a line: the AWS CLI prints so. #en
# values <Region or -> <service> <operation> <name of the list> <name of the field, or nothing> #en
values() {
  found=$work/found.$1.$2.$3.$4.$5
  [ ! -e "$found" ] || return 0
  local line="        \"\\(.*\\)\",\\{0,1\\}"
  [ -z "$5" ] || line="            \"$5\": \"\\(.*\\)\",\\{0,1\\}"
  cat "$work/out.$1.$2.$3."* 2>/dev/null | sed -n "/^    \"$4\": \\[\$/,/^    \\]/s/^$line\$/\\1/p" |
    sed 's/\\\(["\\]\)/\1/g' | awk '!seen[$0]++' | head -n "$most" >"$found"
}

# 予算の通知を、1 行に 1 つずつ $found に書きます。 #ja
# Writes the notifications of a budget to $found, one a line. #en
notifications() {
  local name piece
  name=$(quoted "$1")
  found=$work/found.notifications.$(printf '%s' "$1" | cksum | tr -d ' ')
  [ ! -e "$found" ] || return 0
  for piece in "$work"/piece.*; do
    grep -qF "\"budgets describe-notifications-for-budget\"" "$piece" && grep -qF "$name]" "$piece" && cat "$piece"
  done | awk '/^"(NotificationType|ComparisonOperator|Threshold|ThresholdType)":/ {
      gsub(/[ ",]/, ""); sub(/:/, "="); one = one (one == "" ? "" : ",") $0
    }
    /^}/ { if (one != "") print one; one = "" }' >"$found"
}

# $found の最初のいくつかを all に入れます(まとめて 1 回で調べられるもの)。 #ja
# Puts the first few of $found into all: what one command can look at together. #en
gather() {
  local one
  all=()
  while IFS= read -r one && [ "${#all[@]}" -lt "$1" ]; do all+=("$one"); done <"$found"
}

# ARN に書かれたリージョン。 #ja
# The Region that stands in an ARN. #en
region_of() { printf '%s' "$1" | cut -d : -f 4; }

ask_regions() {
  ask - sts get-caller-identity
  ask - ec2 describe-regions
}

# 最初のコマンド: アカウント全体に 1 回のものと、リージョンごとのもの。 #ja
# First: what is asked once for the account, and what in each Region. #en
# shellcheck disable=SC2016 # the backticks are JMESPath's
ask_first() {
@FIRST@
}

# 最初の結果にあったもの(ユーザー、証跡、ルールなど)を、1 つずつ調べます。 #ja
# Then: each of what was found (users, trails, rules …). #en
ask_second() {
@SECOND@
}

# 2 回目の結果にあったものを、1 つずつ調べます。 #ja
# Last: each of what was found then. #en
ask_third() {
@THIRD@
}

# 断片の数。最初と最後の 2 つは、コマンドの結果ではありません。 #ja
# How many pieces there are; the first and the last one are of no command. #en
pieces() { set -- "$work"/piece.*; echo $(($# - 2)); }

# 係を 8 つ同時に動かし、進み具合を表示します。 #ja
# Lets eight workers run at the same time, and shows how far they are. #en
together() {
  local start=$number end told=
  turn=-1
  "$1"
  end=$number
  turn=0
  while [ "$turn" -lt "$at_once" ]; do
    number=$start
    "$1" &
    turn=$((turn + 1))
  done
  while [ -n "$(jobs -pr)" ]; do
    sleep 0.3
    told=$(printf '%s / %s' "$(pieces)" "$end")
    if [ -t 2 ]; then printf '\r  %s ' "$told" >&2; fi
  done
  wait
  if [ -t 2 ]; then printf '\n' >&2; else printf '  %s / %s\n' "$(pieces)" "$end" >&2; fi
  number=$end
}

@SAVE@

if ! signed_in; then
  echo 'AWS にサインインしていることを確認できなかったため、何も読み取らずに終わりました。AWS CLI のメッセージは上のとおりです。CloudShell を開き直すか、aws sso login などでサインインし直し、プロファイルとネットワークも確認してから、もう一度実行してください。' >&2 #ja
  echo 'AWS did not say who is signed in (its words are above), so nothing was read. Open CloudShell anew or sign in again (aws sso login, for example), check profile and network, and run this again.' >&2 #en
  exit 1
fi
echo 'AWS の設定を読み取ります。5 分から 15 分ほどかかります。' >&2 #ja
echo 'Reading the settings of AWS. It takes about 5 to 15 minutes.' >&2 #en
account=$(sed -n 's/.*"Account": "\([0-9]*\)".*/\1/p' "$work/who")
printf '{"schema":"guard-navi.evidence/1","collected_at":"%s","results":[\n' "$collected_at" >"$work/piece.000000"
printf ']}\n' >"$work/piece.999999"
together ask_regions
if [ -z "$regions" ]; then
  regions=$(sed -n 's/.*"RegionName": "\([a-z0-9-]*\)".*/\1/p' "$work"/out.-.ec2.describe-regions.* 2>/dev/null)
  regions=${regions:-$home}
fi

# ここから先、集めた内容を消すのは、書き出しに成功した save だけです。 #ja
# From here on nothing but save removes what was collected, and only once it is written. #en
trap - EXIT
unfinished=
for round in ask_first ask_second ask_third; do
  together "$round"
  if [ "$(pieces)" -ne "$number" ]; then
    unfinished=1
    echo "$work に書き込めなくなったため、途中で終わります。空きを作ってから、もう一度実行してください。" >&2 #ja
    echo "It ends early: $work can no longer be written to. Make room and run this again." >&2 #en
    break
  elif ! signed_in; then
    unfinished=1
    echo 'サインインの期限が切れたか、AWS に接続できなくなったため、途中で終わります。AWS CLI のメッセージは上のとおりです。サインインし直してから、もう一度実行してください。' >&2 #ja
    echo 'It ends early: the sign-in has expired, or AWS is out of reach (its words are above). Sign in and run this again.' >&2 #en
    break
  fi
done
refused=$(grep -l '"error":"[^"]' "$work"/piece.* | wc -l | tr -d ' ')
save
if [ -n "$unfinished" ]; then
  echo 'ここまでに読み取った内容は、次のファイルにあります。残りの項目は「不明」になります:' >&2 #ja
  echo 'What was read so far is in this file; the rest stays unknown:' >&2 #en
  echo "$here/$file"
  exit 1
fi
echo "終わりました: $number 件のうち $refused 件は、拒否されたか、設定がありませんでした。それも判定の材料になります。" >&2 #ja
echo "Done: of $number commands, $refused were refused or found nothing. That is judged, too." >&2 #en
if [ -z "$with_cost_explorer" ]; then
  echo '料金のかかる Cost Explorer の 2 つのコマンドは、実行していません。コスト異常検出(billing-anomaly-alert)も判定するには、--with-cost-explorer を付けて実行してください(1 回の呼び出しにつき 0.01 USD)。' >&2 #ja
  echo 'Left out: the two commands of Cost Explorer, which cost 0.01 USD each. To judge billing-anomaly-alert as well, run this with --with-cost-explorer.' >&2 #en
fi
echo "次のファイルを Guard Navi のページに入れてください(CloudShell では [アクション] の [ファイルのダウンロード]):" >&2 #ja
echo "Drop this file on the page of Guard Navi (in CloudShell: [Actions], [Download file]):" >&2 #en
echo "$here/$file"
