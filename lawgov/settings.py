"""Every setting, from the environment; the README lists the variables."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
import django_stubs_ext
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

# Lets Django's own generic classes be written with their types: ModelAdmin[User].
django_stubs_ext.monkeypatch()

ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("LAWGOV_DATA_DIR", ROOT))

# Development is what runs from a checkout; wsgi.py, which serves an office, says production.
ENVIRONMENT = os.environ.get("LAWGOV_ENV", "development")
if ENVIRONMENT not in {"development", "production"}:
    raise ImproperlyConfigured("LAWGOV_ENV is either 'development' or 'production'.")
IN_PRODUCTION = ENVIRONMENT == "production"

DEBUG = os.environ.get("LAWGOV_DEBUG", "0" if IN_PRODUCTION else "1") == "1"
SECRET_KEY = os.environ.get("LAWGOV_SECRET_KEY", "")
HOSTS = os.environ.get("LAWGOV_HOSTS", "").split(",")
ALLOWED_HOSTS = [host for name in HOSTS if (host := name.strip())]

SHORTEST_SECRET = 50
if IN_PRODUCTION:
    if DEBUG:
        raise ImproperlyConfigured("LAWGOV_DEBUG must not be set in production.")
    if len(SECRET_KEY) < SHORTEST_SECRET or SECRET_KEY.startswith("insecure"):
        raise ImproperlyConfigured(
            "LAWGOV_SECRET_KEY must be a secret of at least 50 characters in production."
        )
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured(
            "LAWGOV_HOSTS must list the names this site is reached by in production."
        )
else:
    SECRET_KEY = SECRET_KEY or "insecure-for-development-only-" + "0" * 40
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    # Before ours, whose admin takes their tables out again: they would show the keys.
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "lawgov.apps.LawgovConfig",
    "lawgov.reports.apps.ReportsConfig",
    "lawgov.board.apps.BoardConfig",
    "lawgov.keeping.apps.KeepingConfig",
    "cases.apps.CasesConfig",
    "mediation.apps.MediationConfig",
    "enforcement.apps.EnforcementConfig",
    "lawgov.apps.LawgovAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "axes",
    "csp",
    "django_otp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cases.registry.accesses.addresses.AddressMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cases.registry.history.middleware.acting_middleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "lawgov.gates.headers.PermissionsPolicyMiddleware",
    "lawgov.gates.presence.PresenceMiddleware",
    "axes.middleware.AxesMiddleware",
]


# The first only counts who fails; the second knows people, and answers from their roles.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "cases.registry.permissions.RoleBackend",
]

ROOT_URLCONF = "lawgov.urls"
WSGI_APPLICATION = "lawgov.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lawgov.gates.presence.idle_seconds",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL", f"sqlite:///{DATA_DIR / 'db.sqlite3'}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
# Connections that know who is acting, so that the database itself can write the history.
_engine = DATABASES["default"]["ENGINE"].rpartition(".")[2]
DATABASES["default"]["ENGINE"] = f"cases.registry.history.{_engine}"
if _engine == "sqlite3":
    # Said aloud, because pytest looks for Django's own name of the engine.
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}
    # A busy office on one file: readers never wait for the writer (WAL), a writer takes its
    # lock at once instead of failing half way (immediate), and waits its turn (timeout, s).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            "PRAGMA synchronous=NORMAL;"
            "PRAGMA cache_size=-65536;"
            "PRAGMA temp_store=MEMORY;"
        ),
    }
else:
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 5,
        # Short statements all day: compiling them to machine code costs more than it saves. Those
        # that are kept (docs/decisions/0019) are planned once, whatever they are given.
        "options": (
            "-c statement_timeout=60s -c lock_timeout=15s -c jit=off"
            " -c plan_cache_mode=force_generic_plan"
        ),
        "prepare_threshold": 1,
    }

AUTH_USER_MODEL = "cases.User"
# GB/T 22239 asks for complexity and change; the figures are those usual for its second level.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "cases.registry.accesses.rules.KindsOfCharacters", "OPTIONS": {"at_least": 3}},
    {"NAME": "cases.registry.accesses.rules.NotOneOfTheLast", "OPTIONS": {"remembered": 5}},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / "lawgov" / "locale_of_libraries"]
FORMAT_MODULE_PATH = "lawgov.formats"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if IN_PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Papers of records lie outside whatever is served; the types are those of
# cases/registry/attachments/formats.py, the limit is in bytes.
LAWGOV_FILES_DIR = Path(os.environ.get("LAWGOV_FILES_DIR", DATA_DIR / "files"))
FILE_TYPES = os.environ.get("LAWGOV_FILE_TYPES", "pdf,ofd,docx,doc,xlsx,xls,jpg,png,tiff,txt")
LAWGOV_FILE_TYPES = [code.strip() for code in FILE_TYPES.split(",") if code.strip()]
LAWGOV_FILE_LIMIT = int(os.environ.get("LAWGOV_FILE_LIMIT_MB", "50")) * 1024 * 1024

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a case with all its inlines is a long form

SESSION_COOKIE_AGE = 8 * 60 * 60  # a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# Everything comes from this host, as a file; nothing written into a page is run.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # arrows in the style sheets
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
if IN_PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

# What the county itself calls things. 张政复〔2024〕23号 begins with the first of them.
LAWGOV_DOCKET_PREFIX = os.environ.get("LAWGOV_DOCKET_PREFIX", "张")
LAWGOV_BUREAU = os.environ.get("LAWGOV_BUREAU", "示例县司法局")

# The day with which a reporting month ends: 10 where months run from the 11th to the 10th and the
# year from 12-11 to 12-10. Empty where they are those of the calendar.
LAWGOV_CUT_OFF_DAY = int(os.environ.get("LAWGOV_CUT_OFF_DAY") or 0)
if not 0 <= LAWGOV_CUT_OFF_DAY <= 28:  # noqa: PLR2004  # a day that every month has
    raise ImproperlyConfigured("LAWGOV_CUT_OFF_DAY is a day from 1 to 28, or empty.")

# Reminders are always written to the board; by mail only where the office wants it. The server:
# smtp://, smtp+tls:// (STARTTLS) or smtps:// with name and password, such as
# smtp+tls://name:password@mail.example:587. Without one, mails are printed.
LAWGOV_MAIL = os.environ.get("LAWGOV_MAIL", "0") == "1"
DEFAULT_FROM_EMAIL = os.environ.get("LAWGOV_MAIL_FROM", "lawgov@localhost")
MAIL_SERVER = urlsplit(os.environ.get("LAWGOV_MAIL_URL", ""))
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
if LAWGOV_MAIL and MAIL_SERVER.scheme:
    if MAIL_SERVER.scheme not in {"smtp", "smtp+tls", "smtps"} or not MAIL_SERVER.hostname:
        raise ImproperlyConfigured("LAWGOV_MAIL_URL is of the form smtp+tls://name:password@host.")
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = MAIL_SERVER.hostname
    EMAIL_USE_TLS = MAIL_SERVER.scheme == "smtp+tls"
    EMAIL_USE_SSL = MAIL_SERVER.scheme == "smtps"
    EMAIL_PORT = MAIL_SERVER.port or {"smtp": 25, "smtp+tls": 587, "smtps": 465}[MAIL_SERVER.scheme]
    EMAIL_HOST_USER = unquote(MAIL_SERVER.username or "")
    EMAIL_HOST_PASSWORD = unquote(MAIL_SERVER.password or "")
    EMAIL_TIMEOUT = 20

# How many of our own proxies stand before the application: so many addresses of X-Forwarded-For,
# counted from the right, were written by them and not by whoever asks.
LAWGOV_PROXIES = int(os.environ.get("LAWGOV_PROXIES", "1" if IN_PRODUCTION else "0"))
# Days for which the access log is kept; the law asks for six months.
LAWGOV_ACCESS_DAYS = int(os.environ.get("LAWGOV_ACCESS_DAYS", "365"))

# Signing in. Locked is a name from one machine, not the name as such: the office sits behind one
# address, and nobody outside it should be able to lock a colleague out.
LAWGOV_LOCKOUT_MINUTES = int(os.environ.get("LAWGOV_LOCKOUT_MINUTES", "20"))
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=LAWGOV_LOCKOUT_MINUTES)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "lawgov.gates.signing_in.locked"
AXES_CLIENT_IP_CALLABLE = "cases.registry.accesses.addresses.address_of"
AXES_DISABLE_ACCESS_LOG = True  # the register keeps its own
AXES_ENABLE_ADMIN = False  # people are unlocked where they are kept
AXES_VERBOSE = False

OTP_TOTP_ISSUER = LAWGOV_BUREAU
SECOND_STEP_ROLES = os.environ.get("LAWGOV_SECOND_STEP_ROLES", "").split(",")
LAWGOV_SECOND_STEP_ROLES = frozenset(role.strip() for role in SECOND_STEP_ROLES if role.strip())

LAWGOV_IDLE_MINUTES = int(os.environ.get("LAWGOV_IDLE_MINUTES", "30"))
LAWGOV_CONFIRM_MINUTES = int(os.environ.get("LAWGOV_CONFIRM_MINUTES", "15"))
LAWGOV_PASSWORD_DAYS = int(os.environ.get("LAWGOV_PASSWORD_DAYS", "90"))  # 0: they do not age
LAWGOV_ONE_SESSION = os.environ.get("LAWGOV_ONE_SESSION", "1" if IN_PRODUCTION else "0") == "1"
