-- Within a care provider, what the patient has blocked is opened with their consent, or when they cannot be asked and the care
-- cannot wait (patientdatalagen 4:5).
alter table access.stated_ground drop constraint stated_ground_check1;
alter table access.stated_ground add constraint stated_ground_of_the_law check (
    care_provider_id = reader_care_provider_id and ground in (
        'ASKED_BY_COLLEAGUE', 'CONTACTED_BY_PATIENT', 'FOLLOW_UP', 'COMPLAINT',
        'CONSENT_BLOCK_LIFTED', 'EMERGENCY_BLOCK_LIFTED')
    or care_provider_id <> reader_care_provider_id and ground in (
        'PATIENT_RELATION_CONSENT', 'UNABLE_TO_CONSENT', 'CHILD_NO_CONSENT', 'EMERGENCY_UNBLOCKED'));
