@echo off
rem SPDX-License-Identifier: GPL-3.0-or-later
rem Builds Rank & File on first use and whenever its sources changed, then runs it.
rem Needs a JDK of version 25 or later and, for building, Maven. See README.md.
setlocal EnableDelayedExpansion
set "TOP=%~dp0"
set "MADE=%TOP%app\target\launch"
set "JDK="

for %%D in ("%JAVA_HOME%") do call :consider "%%~D"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~D"
if not defined JDK (
  echo rankfile: no JDK 25 or later was found. Install one, or set JAVA_HOME to where it is. 1>&2
  exit /b 1
)

rem PowerShell lists the sources; a new, changed or removed one changes the hash of the list.
set "NOW="
for /f %%H in ('powershell -NoProfile -Command "$f = Get-ChildItem -Recurse -File -Path '%TOP%pom.xml','%TOP%*\pom.xml','%TOP%*\src\main' | Get-FileHash -Algorithm MD5 | ForEach-Object { $_.Hash }; $b = [Text.Encoding]::ASCII.GetBytes(($f -join '')); ([BitConverter]::ToString([Security.Cryptography.MD5]::Create().ComputeHash($b))) -replace '-',''"') do set "NOW=%%H"
set "BUILT="
if exist "%MADE%\sources" set /p BUILT=<"%MADE%\sources"
if not exist "%MADE%\classpath" set "BUILT="
if not "%BUILT%"=="%NOW%" call :build || exit /b 1

rem "set /p" would cut the line after 1,023 characters.
for /f "usebackq delims=" %%C in ("%MADE%\classpath") do set "CLASSPATH=%%C"
"%JDK%\bin\java" -XX:+UseSerialGC -Xmx768m -ea -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%MADE%\classes.jsa" -Xlog:cds=off -Xlog:aot=off --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow org.rankfile.app.boot.Main %*
exit /b %ERRORLEVEL%

:consider
if defined JDK exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FOUND=%%~V"
set "FOUND=!FOUND:"=!"
if !FOUND! GEQ 25 set "JDK=%~1"
exit /b 0

:build
where mvn >nul 2>&1 || (echo rankfile: Maven ^(mvn^) is needed to build. Install it, then run this again. 1>&2 & exit /b 1)
if not exist "%MADE%" mkdir "%MADE%"
echo rankfile: building; this takes a minute or two the first time ... 1>&2
pushd "%TOP%"
call mvn -ntp -B -Dmaven.test.skip=true -pl app,bench -am package >"%MADE%\build.log" 2>&1
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  findstr /b "[ERROR]" "%MADE%\build.log" 1>&2
  echo rankfile: the build failed; all of its output is in app\target\launch\build.log 1>&2
  exit /b 1
)
for %%J in ("%TOP%app\target\rankfile-app-*.jar") do set "JAR=%%~fJ"
for %%J in ("%TOP%bench\target\rankfile-bench-*.jar") do set "JAR=!JAR!;%%~fJ"
for /f "usebackq delims=" %%C in ("%MADE%\dependencies") do set "DEPENDENCIES=%%C"
>"%MADE%\classpath" echo %JAR%;%DEPENDENCIES%
if exist "%MADE%\classes.jsa" del "%MADE%\classes.jsa"
>"%MADE%\sources" echo %NOW%
exit /b 0
