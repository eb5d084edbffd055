#!/usr/bin/env bash
# Makes an election with belenios-tool in the current folder: mode "mandatory" or "threshold". Files that
# are already there are used: template.json (what is asked), voters.txt (a line each, with weights) and
# casts.txt (lines: number of the voter, ballot).
set -euo pipefail
mode=$1
group=${2:-BELENIOS-2048}
bt=belenios-tool
U=$($bt setup generate-token)
G="--group $group"
[ -f voters.txt ] || printf 'one@local,,1\ntwo@local,,1\nthree@local,,3\nfour@local,,1\n' > voters.txt
$bt setup generate-credentials --uuid "$U" $G --file voters.txt >/dev/null
mv ./*.pubcreds public_creds.json
[ -f template.json ] || cat > template.json <<'T'
{"description":"Invented – «¿huelga?» \"1\"\t2","name":"Strike vote ✊","questions":[{"answers":["Yes","No"],"blank":true,"min":1,"max":1,"question":"Strike?"},{"answers":["A","B","C"],"min":0,"max":2,"question":"Which days?"}]}
T
[ -f casts.txt ] || cat > casts.txt <<'T'
1 [[0,1,0],[1,0,0]]
2 [[0,0,1],[0,0,0]]
3 [[1,0,0],[0,1,1]]
2 [[0,1,0],[1,1,0]]
T
if [ "$mode" = mandatory ]; then
  for i in 1 2; do $bt setup generate-trustee-key $G >/dev/null; done
  cat ./*.pubkey > public_keys.jsons
else
  for i in 1 2 3; do $bt setup generate-trustee-key-threshold $G --step 1 >/dev/null; done
  ls ./*.cert > order
  cat $(cat order) > certs.jsons
  $bt setup generate-trustee-key-threshold $G --step 2 --certs certs.jsons
  : > polynomials.jsons
  for c in $(cat order); do
    $bt setup generate-trustee-key-threshold $G --step 3 --certs certs.jsons --key "${c%.cert}.key" --threshold 2 >> polynomials.jsons
  done
  $bt setup generate-trustee-key-threshold $G --step 4 --certs certs.jsons --polynomials polynomials.jsons
  for c in $(cat order); do
    $bt setup generate-trustee-key-threshold $G --step 5 --certs certs.jsons --key "${c%.cert}.key" < "${c%.cert}.vinput" > "${c%.cert}.voutput"
  done
  for c in $(cat order); do cat "${c%.cert}.voutput"; done | $bt setup generate-trustee-key-threshold $G --step 6 --certs certs.jsons --polynomials polynomials.jsons > threshold.json
  : > public_keys.jsons
fi
$bt setup make-trustees
$bt setup make-election --uuid "$U" $G --template template.json
$bt archive init
while read -r voter choice; do
  awk -v n="$voter" 'NR==n{print $2}' ./*.privcreds > cred.txt
  echo "$choice" > choice.json
  $bt election generate-ballot --privcred cred.txt --ballot choice.json > ballot.json
  $bt archive add-event --type=Ballot < ballot.json
done < casts.txt
$bt archive add-event --type=EndBallots < /dev/null
$bt election compute-encrypted-tally | $bt archive add-event --type=EncryptedTally
if [ "$mode" = mandatory ]; then
  i=0
  for k in $(grep -o '"public_key":"[0-9]*"' trustees.json | grep -o '[0-9]*'); do
    i=$((i+1)); f=$(grep -l "$k" ./*.pubkey); $bt election decrypt --privkey "${f%.pubkey}.privkey" --trustee-id $i | $bt archive add-event --type=PartialDecryption
  done
else
  i=0
  for c in $(cat order); do
    i=$((i+1)); if [ $i != 2 ]; then $bt election decrypt-threshold --key "${c%.cert}.key" --decryption-key "${c%.cert}.dkey" --trustee-id $i | $bt archive add-event --type=PartialDecryption; fi
  done
fi
$bt election compute-result | $bt archive add-event --type=Result
$bt election verify
