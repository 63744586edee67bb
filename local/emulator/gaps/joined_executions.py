from gaps.replacing import replace


def close() -> None:
    """Closes: StartExecution with the name and input of a running execution is refused.

    On AWS such a call succeeds and answers with the execution that is running, which is what makes
    starting one safe to repeat.
    See https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
    """
    from ministack.services import stepfunctions

    replace(stepfunctions, "_start_execution", joining)


def joining(start):
    """Answers with the running execution of the same name and input, else starts one."""
    from ministack.core.responses import get_account_id, get_region, json_response
    from ministack.services import stepfunctions

    def start_or_join(data):
        machine = stepfunctions._resolve_state_machine_arn(data.get("stateMachineArn", "").split("#")[0])
        if machine and data.get("name"):
            machine_name = stepfunctions._state_machines[machine]["name"]
            arn = f"arn:aws:states:{get_region()}:{get_account_id()}:execution:{machine_name}:{data['name']}"
            running = stepfunctions._executions.get(arn)
            if running and running["status"] == "RUNNING" and running["input"] == data.get("input", "{}"):
                return json_response({"executionArn": arn, "startDate": running["startDate"]})
        return start(data)

    return start_or_join
