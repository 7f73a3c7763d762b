# --mask: アカウント ID と、メールアドレスを置き換えます。同じ値は、いつも同じ値になります。 #ja
# --mask: other values for the account ID and e-mail addresses; the same value always becomes the same. #en
masked() {
  if [ -z "$mask" ]; then cat; return; fi
  LC_ALL=C sed "s/$account/111122223333/g" | list=$work/masks LC_ALL=C awk '
    BEGIN { list = ENVIRON["list"]; while ((getline line < list) > 0) name[line] = ++count; close(list) }
    {
      rest = $0; done = ""
      while (match(rest, /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+/)) {
        start = RSTART; end = RSTART + RLENGTH
        # \n などの「n」は、アドレスの文字ではありません。 #ja
        # The n of an escaped \n is no letter of the address. #en
        if (substr(rest, start - 1, 1) == "\\") start += (substr(rest, start, 1) == "u") ? 5 : 1
        one = substr(rest, start, end - start)
        if (!(one in name)) { name[one] = ++count; print one >> list }
        done = done substr(rest, 1, start - 1) "person" name[one] "@masked.example"
        rest = substr(rest, end)
      }
      print done rest
    }'
}

# 認証情報レポートは base64 なので、戻してから置き換えます。 #ja
# The credential report is in base64: it is opened, masked and closed again. #en
masked_report() {
  local made
  made=$(sed -n 's/.*"GeneratedTime": "\([^"]*\)".*/\1/p' "$1")
  [ -s "$1" ] || return 0
  {
    printf '{"Content":"'
    sed -n 's/.*"Content": "\([^"]*\)".*/\1/p' "$1" | base64 --decode | masked | base64 | tr -d '\n\r'
    printf '","ReportFormat":"text/csv","GeneratedTime":"%s"}\n' "$made"
  } >"$1.masked"
  # 置き換えられなかったものは、書き出しません。 #ja
  # What could not be masked is not written down. #en
  mv "$1.masked" "$1" || : >"$1"
}

# 集めた内容を 1 つのファイルにします。書き込めないときは消さずに残し、その場所を伝えます。 #ja
# Makes one file of what was collected. Where that cannot be written it stays, and the place is named. #en
save() {
  trap '' INT TERM HUP PIPE
  # 元の出力はもう要らないので、先に消して空きを作ります。 #ja
  # The outputs are in the pieces; they go first, which makes room for the file on a full disk. #en
  rm -f "$work"/out.* "$work"/err.* "$work"/found.*
  { cat "$work"/piece.* | masked >"$work/$file"; } 2>/dev/null
  if [ "$(tail -n 1 "$work/$file")" != ']}' ]; then
    rm -f "$work/$file"
    echo "空きがなく、1 つのファイルにまとめられませんでした。集めた内容は $work に残してあります。空きのあるフォルダーで、次のコマンドを実行してください:" >&2 #ja
    [ -z "$mask" ] || echo '(--mask による置き換えは、まだ行われていません。)' >&2 #ja
    echo "There is no room to make one file. What was collected stays in $work. In a folder with room, run this:" >&2 #en
    [ -z "$mask" ] || echo '(It is not masked yet.)' >&2 #en
    printf 'cat %q/piece.* >%q\n' "$work" "$file"
    exit 1
  fi
  if mv "$work/$file" "$here/$file" || cp "$work/$file" "$here/$file"; then
    rm -rf "$work"
    return
  fi 2>/dev/null
  rm -f "$here/$file" "$work"/[!g]*
  echo "$here に書き込めなくなりました。集めた内容は次のファイルに残してあります。再起動などで消える前に、空きのあるフォルダーにコピーしてください:" >&2 #ja
  echo "The folder $here can no longer be written to. What was collected is in this file: copy it to a folder with room before a restart removes it." >&2 #en
  echo "$work/$file"
  exit 1
}

# 途中で止められたときは、ここまでに読み取った内容を書き出します。 #ja
# When it is stopped half-way, what was read so far is saved. #en
stopped() {
  trap '' INT TERM HUP PIPE
  # shellcheck disable=SC2046 # one word a process
  { kill $(jobs -p); wait; } 2>/dev/null
  echo >&2
  if [ "$(pieces)" -le 2 ]; then
    echo '中断しました。まだ何も読み取っていません。' >&2 #ja
    echo 'Stopped. Nothing was read so far.' >&2 #en
    exit 130
  fi
  echo '中断しました。ここまでに読み取った内容を、次のファイルに書き出します。残りの項目は「不明」になります:' >&2 #ja
  echo 'Stopped. What was read so far goes into this file; the rest stays unknown:' >&2 #en
  save
  echo "$here/$file"
  exit 130
}
trap stopped INT TERM HUP PIPE
