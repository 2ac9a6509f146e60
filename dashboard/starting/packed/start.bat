@echo off
chcp 65001 >nul
cd /d "%~dp0"
py -{python} -c "" >nul 2>nul
if errorlevel 1 goto other
py -{python} start.py %*
goto end
:other
where python >nul 2>nul
if errorlevel 1 goto missing
python start.py %*
goto end
:missing
echo {missing}
:end
if errorlevel 1 pause
