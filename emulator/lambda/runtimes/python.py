# The process that runs a Python function. The same frames as node.cjs: commands come in on descriptor 3, answers and
# log entries go out on 4; a frame is its body's length (4 bytes, big-endian), its kind (one letter) and the body.
# Commands are read synchronously, so that the process stands still between two invocations.

import sys

# The user's folder stays as it is.
sys.dont_write_bytecode = True
_RUNTIME_FILE = __file__
# The runtime's own folder must not be searched for the function's modules.
sys.path.pop(0)

import datetime
import decimal
import importlib
import json
import logging
import os
import time
import traceback

_RESPONSE_BYTES_MAX = 6 * 1024 * 1024 + 100
_LOG_BYTES_MAX = 256 * 1024

_commands = os.fdopen(3, "rb", buffering=0)
_answers = os.fdopen(4, "wb", buffering=0)
_request_id = ""
_started_at = 0.0


class _Fault(Exception):
    """An error that the runtime itself answers with."""

    def __init__(self, kind, message, trace=None):
        super().__init__(message)
        self.kind = "Runtime." + kind
        self.trace = trace


def _main():
    spec = json.loads(_read_frame())
    os.environ.clear()
    os.environ.update(spec["variables"])
    if hasattr(time, "tzset"):
        time.tzset()
    os.chdir(spec["folder"])
    # The function's folder first, then layers, then what the user's interpreter has.
    layers = [p for p in spec["variables"].get("PYTHONPATH", "").split(os.pathsep) if p]
    sys.path[0:0] = [spec["folder"], *layers]
    _set_up_logging(spec["jsonLogs"])
    try:
        handler = _load_handler(spec["handler"])
    except Exception:
        payload = _current_error()
        _log_error(payload)
        _write_frame(b"F", _to_json(payload, spec).encode())
        os._exit(1)
    _write_frame(b"R")
    while True:
        _next(spec, handler)


def _next(spec, handler):
    global _request_id, _started_at
    body = _read_frame()
    _started_at = time.perf_counter()
    meta_end = 4 + int.from_bytes(body[:4], "big")
    meta = json.loads(body[4:meta_end])
    _request_id = meta["requestId"]
    os.environ["_X_AMZN_TRACE_ID"] = meta["traceId"]
    try:
        event = _unmarshal(body[meta_end:])
        answer = _marshal(handler(event, _Context(spec["variables"], meta)), spec)
    except Exception:
        payload = _current_error(_request_id)
        _log_error(payload)
        _flush()
        _write_frame(b"E", _account(), _to_json(payload, spec).encode())
        return
    _flush()
    if len(answer) > _RESPONSE_BYTES_MAX:
        _write_frame(b"S", _account(), str(len(answer)).encode())
    else:
        _write_frame(b"A", _account(), answer)


def _flush():
    sys.stdout.flush()
    sys.stderr.flush()


def _load_handler(name):
    try:
        module_name, function_name = name.rsplit(".", 1)
    except ValueError as error:
        raise _Fault("MalformedHandlerName", "Bad handler '{}': {}".format(name, error))
    if module_name.split(".")[0] in sys.builtin_module_names:
        raise _Fault(
            "BuiltInModuleConflict",
            "Cannot use built-in module {} as a handler module".format(module_name),
        )
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise _Fault("ImportModuleError", "Unable to import module '{}': {}".format(module_name, error))
    except SyntaxError as error:
        raise _Fault(
            "UserCodeSyntaxError",
            "Syntax error in module '{}': {}".format(module_name, error),
            ['  File "{}" Line {}\n    {}'.format(error.filename, error.lineno, error.text)],
        )
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise _Fault("HandlerNotFound", "Handler '{}' missing on module '{}'".format(function_name, module_name))


def _unmarshal(event):
    try:
        return json.loads(event)
    except Exception as error:
        raise _Fault("UnmarshalError", "Unable to unmarshal input: {}".format(error))


def _marshal(result, spec):
    if isinstance(result, bytes):
        return result
    try:
        return _to_json(result, spec).encode()
    except Exception as error:
        raise _Fault("MarshalError", "Unable to marshal response: {}".format(error))


def _to_json(value, spec):
    # Since Python 3.12, AWS's runtime leaves letters as they are and no longer escapes them.
    return json.dumps(value, default=_plain, ensure_ascii=not spec["unicodeJson"])


def _plain(value):
    if isinstance(value, decimal.Decimal):
        # AWS writes the digits as they stand; a float keeps 17 of them, which is what JSON readers keep.
        return int(value) if value.is_finite() and value == value.to_integral_value() else float(value)
    raise TypeError("Object of type {} is not JSON serializable".format(type(value).__name__))


def _current_error(request_id=""):
    kind, error, trace = sys.exc_info()
    if isinstance(error, _Fault):
        return {
            "errorMessage": str(error),
            "errorType": error.kind,
            "requestId": request_id,
            "stackTrace": error.trace or [],
        }
    # As tuples: frames themselves are shown with marks under the code, which AWS does not have.
    frames = [
        (frame.filename, frame.lineno, frame.name, frame.line)
        for frame in traceback.extract_tb(trace)
        if frame.filename != _RUNTIME_FILE
    ]
    return {
        "errorMessage": str(error),
        "errorType": kind.__name__,
        "requestId": request_id,
        "stackTrace": traceback.format_list(frames),
    }


def _account():
    """The memory and how long this invocation took, in microseconds: four bytes each."""
    ran = int((time.perf_counter() - _started_at) * 1_000_000)
    return _memory().to_bytes(4, "big") + min(ran, 2**32 - 1).to_bytes(4, "big")


def _memory():
    """The process's greatest size so far, in kilobytes; 0 where the platform does not say."""
    try:
        import resource
    except ImportError:
        return 0
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size // 1024 if sys.platform == "darwin" else size


class _Context:
    def __init__(self, variables, meta):
        self.aws_request_id = meta["requestId"]
        self.log_group_name = variables["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = variables["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.function_name = variables["AWS_LAMBDA_FUNCTION_NAME"]
        self.memory_limit_in_mb = variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.function_version = variables["AWS_LAMBDA_FUNCTION_VERSION"]
        self.invoked_function_arn = meta["invokedFunctionArn"]
        self.client_context = _client_context(meta.get("clientContext"))
        self.identity = _Fields(("cognito_identity_id", "cognito_identity_pool_id"), {})
        self._deadline = time.time() + meta["timeoutMs"] / 1000

    def get_remaining_time_in_millis(self):
        return max(int((self._deadline - time.time()) * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))


class _Fields:
    def __init__(self, names, values):
        for name in names:
            setattr(self, name, values.get(name))


def _client_context(text):
    if not text:
        return None
    context = _Fields(("custom", "env", "client"), json.loads(text))
    if context.client is not None:
        names = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")
        context.client = _Fields(names, context.client)
    return context


# ---- logging


class _LogFrames(logging.Handler):
    def emit(self, record):
        level = {"NOTSET": "INFO", "CRITICAL": "FATAL"}.get(record.levelname, record.levelname)
        _log(level[:1].encode(), self.format(record))


class _JsonLines(logging.Formatter):
    def format(self, record):
        return json.dumps(
            {
                "timestamp": datetime.datetime.fromtimestamp(record.created, datetime.timezone.utc).strftime(
                    "%Y-%m-%dT%H:%M:%SZ"
                ),
                "level": record.levelname,
                "message": record.getMessage(),
                "logger": record.name,
                "requestId": _request_id,
            }
        )


class _RequestId(logging.Filter):
    def filter(self, record):
        record.aws_request_id = _request_id
        return True


def _set_up_logging(json_logs):
    frames = _LogFrames()
    if json_logs:
        frames.setFormatter(_JsonLines())
    else:
        text = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
        formatter = logging.Formatter(text, "%Y-%m-%dT%H:%M:%S")
        formatter.converter = time.gmtime
        frames.setFormatter(formatter)
    frames.addFilter(_RequestId())
    logging.getLogger().addHandler(frames)
    level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "").upper()
    if level in ("DEBUG", "INFO", "ERROR", "WARN", "FATAL"):
        logging.getLogger().setLevel({"WARN": "WARNING", "FATAL": "CRITICAL"}.get(level, level))


def _log_error(payload):
    lines = ["[ERROR] {}: {}".format(payload["errorType"], payload["errorMessage"])]
    lines.append("Traceback (most recent call last):")
    for entry in payload["stackTrace"]:
        lines.extend(entry.splitlines())
    _log(b"E", "\n".join(lines))


def _log(level, text):
    _write_frame(b"L", level, text.encode("utf-8", "replace")[:_LOG_BYTES_MAX])


# ---- frames


def _read_frame():
    size = int.from_bytes(_read(5)[:4], "big")
    return _read(size)


def _read(size):
    parts = []
    while size > 0:
        part = _commands.read(size)
        if not part:
            # The pipe is closed: the emulator is gone, and nothing may outlive it.
            os._exit(0)
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _write_frame(kind, *parts):
    body = b"".join(parts)
    rest = len(body).to_bytes(4, "big") + kind + body
    while rest:
        rest = rest[_answers.write(rest) :]


_main()
