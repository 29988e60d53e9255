@echo off
rem Finds a JDK 25, builds what is missing, starts what you name.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
if "%~1"=="help" goto usage
if "%~1"=="--help" goto usage
if "%~1"=="infra" goto infra

set "JDK="
for /d %%d in ("%JAVA_HOME%" "%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*") do (
  if not defined JDK if exist "%%~d\release" (
    findstr /b /c:"JAVA_VERSION=\"25" "%%~d\release" >nul && set "JDK=%%~d"
  )
)
if not defined JDK (
  echo No JDK 25 was found: install one ^(for instance Temurin 25^), or set JAVA_HOME to it. 1>&2
  exit /b 1
)

if not exist "%HOME_DIR%sandbox\target\server-ecs\server-ecs.jar" call :build || exit /b 1
if not exist "%HOME_DIR%sandbox\target\sandbox.jar" call :build || exit /b 1
if not exist "%HOME_DIR%console-app\target\sentori.jar" call :build || exit /b 1
if not exist "%HOME_DIR%bench\target\lib" call :build || exit /b 1

set "CACHE=%HOME_DIR%console-app\target\console.aot"
set MACHINE="@%HOME_DIR%console-app\packaging\java.args" "--module-path=%HOME_DIR%console-app\target\modules"
if "%~1"=="sandbox" goto sandbox
if "%~1"=="token" goto token
if "%~1"=="demo" goto demo
if "%~1"=="bench" goto bench
if not exist "!CACHE!" call :rehearse
if "%~1"=="" (call :console window) else (call :console %*)
exit /b %errorlevel%

:console
set "LEARNT="
if exist "!CACHE!" for %%c in ("!CACHE!") do if %%~zc gtr 0 set LEARNT="-XX:AOTCache=!CACHE!" -Xlog:disable -Xlog:all=error:stderr -Xlog:aot=off:stderr
"%JDK%\bin\java" !MACHINE! !LEARNT! -cp "%HOME_DIR%console-app\target\sentori.jar" com.sentori.console.cli.Main %*
exit /b %errorlevel%

rem What the virtual machine learns from a rehearsal of the console's start; an empty file says that it could not be made here.
:rehearse
echo Rehearsing the start of the console, so that the next ones are quick. 1>&2
set "ROOM=%TEMP%\sentori-rehearsal-%RANDOM%"
"%JDK%\bin\java" "-XX:AOTCacheOutput=!CACHE!" !MACHINE! -XX:TieredStopAtLevel=2 -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true -cp "%HOME_DIR%console-app\target\sentori.jar" com.sentori.console.cli.Main window "--folder=!ROOM!" --rehearse=LIVE >nul 2>nul
if errorlevel 1 del "!CACHE!" 2>nul
if not exist "!CACHE!" type nul >"!CACHE!"
rmdir /s /q "!ROOM!" 2>nul
exit /b 0

:sandbox
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
"%JDK%\bin\java" "@%HOME_DIR%sandbox\java.args" "-XX:SharedArchiveFile=%HOME_DIR%sandbox\target\sandbox.jsa" "-Dsentori.home=%HOME_DIR%." -cp "%HOME_DIR%sandbox\target\sandbox.jar;%HOME_DIR%sandbox\target\natives\*" com.sentori.sandbox.Main %REST%
exit /b %errorlevel%

:token
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
"%JDK%\bin\java" "-Dsentori.home=%HOME_DIR%." -cp "%HOME_DIR%sandbox\target\sandbox.jar" com.sentori.sandbox.TokenCommand %REST%
exit /b %errorlevel%

:bench
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
for %%j in ("%HOME_DIR%bench\target\bench-*.jar") do set "JAR=%%~j"
"%JDK%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true "-Dsentori.home=%HOME_DIR%." -cp "!JAR!;%HOME_DIR%bench\target\lib\*" com.sentori.bench.Main %REST%
exit /b %errorlevel%

:infra
echo What 'infra' does needs bash: run './sentori infra check' or './sentori infra push' in the Windows Subsystem for Linux. 1>&2
exit /b 1

:demo
echo Start 'sentori sandbox' in one window and, with the addresses that it prints, 'sentori demo --ecs URL --serverless URL' in another. 1>&2
if "%~2"=="" exit /b 2
call :console %*
exit /b %errorlevel%

:build
where mvn >nul 2>nul || (echo Maven is missing: install Maven 3.8.7 or newer and try again. 1>&2 & exit /b 1)
echo Building Sentori; the first time this takes a few minutes. 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -DskipTests package
set "STATUS=%errorlevel%"
popd
exit /b %STATUS%

:usage
echo sentori, sentori sandbox, sentori token, sentori demo, sentori run start^|watch^|stop^|list^|show^|resume^|scenarios, sentori report RUN_ID --out DIR, sentori compare RUN_ID BASELINE_ID, sentori dashboards list^|show^|render, sentori alarms export, sentori infra plan^|apply^|destroy^|drift^|output, sentori login, sentori doctor, sentori bench backends^|console^|reports
exit /b 0
