# shellcheck shell=bash

help_main() {
  cat <<'TEXT'
Vårdmöte – öppen plattform för digitala vårdmöten

  ./vardmote run            starta provmiljön på den här datorn (påhittade personer)
      --port N              produktens port (8080; rollernas startsida får N+1)
      --data KATALOG        där data ligger (var)
      --lan [ADRESS]        även från en iPad i samma nätverk (https på port N+2, hjälpsida på N+3)
  ./vardmote test           kör alla prov
      --only java|room|e2e  bara en del av dem
      --thorough            även de långa
  ./vardmote bench [NAMN…]  mät; en rad per tal, --json för maskiner
  ./vardmote serve          produktion, se UPDATING.md
  ./vardmote migrate        för databasen till den här versionens schema (produktion)
  ./vardmote backup MAPP    säkerhetskopiera båda databaserna, även medan Vårdmöte är igång
  ./vardmote restore MAPP   läs in en säkerhetskopia i tomma databaser eller en ny datamapp
  ./vardmote upgrade MAPP   säkerhetskopiera till MAPP, för databaserna till den här versionen och pröva dem
      --config FIL          produktion; annars provmiljön i --data KATALOG (var)
  ./vardmote audit-verify   pröva åtkomstloggens kedja
  ./vardmote help           den här texten
TEXT
}
